package io.jenkins.plugins.k8sprotect.engine.store;

/**
 * What a store tells of a file without reading it.
 *
 * @param key its key, relative to the store's root
 * @param size its size in bytes
 */
public record StoredObject(String key, long size) {}
