package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.util.FormValidation;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/** Tries a storage out by listing it; nothing is written. What a server answers is not repeated, as in {@link ClusterProbe}. */
final class StorageProbe {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private StorageProbe() {}

    /** How many applications have backups there, or why that cannot be seen. Permissions were checked before. */
    static FormValidation run(Callable<StoreLogin> login) {
        try {
            StoreLogin found = login.call();
            return FormValidation.ok(TimeLimit.within(LIMIT, () -> list(found)));
        } catch (AbortException e) {
            return FormValidation.error(e.getMessage());
        } catch (StoreException e) {
            return FormValidation.error(why(e));
        } catch (TimeoutException e) {
            return FormValidation.error(
                    "no answer within " + LIMIT.toSeconds() + " seconds; check endpoint and network");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FormValidation.error("interrupted");
        } catch (Exception e) {
            return FormValidation.error("cannot be used (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static String list(StoreLogin login) {
        try (Store store = login.open()) {
            int applications = store.listFolders("").size();
            return "Listed " + store.description() + ": backups of " + applications
                    + (applications == 1 ? " application" : " applications")
                    + ". Whether it may be written to shows with the first backup.";
        }
    }

    private static String why(StoreException e) {
        return switch (e.code()) {
            case FORBIDDEN ->
                "access denied: the identity is not known there, or may not list (s3:ListBucket); check access key, "
                        + "secret key and region, and the controller's clock";
            case NOT_FOUND, INVALID ->
                "refused: is there such a bucket or directory? check bucket, region, endpoint and pathStyle";
            case UNREACHABLE -> "not reached: " + Unreachable.why(e);
            case OTHER -> "cannot be listed; check endpoint and pathStyle";
        };
    }
}
