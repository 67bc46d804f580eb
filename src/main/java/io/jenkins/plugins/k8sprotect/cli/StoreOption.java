package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a store's URL. Messages do not repeat it: someone may have put a password there. */
final class StoreOption implements ITypeConverter<StoreUrl> {
    @Override
    public StoreUrl convert(String text) {
        try {
            return StoreUrl.parse(text);
        } catch (StoreException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
