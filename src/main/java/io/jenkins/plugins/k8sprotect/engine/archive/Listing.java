package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.store.Page;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoredObject;
import java.util.ArrayList;
import java.util.List;

/** Whole listings, page by page. */
final class Listing {
    private Listing() {}

    /** All keys that begin with {@code prefix}, ascending. */
    static List<String> keys(Store store, String prefix) {
        List<String> keys = new ArrayList<>();
        String after = "";
        Page page;
        do {
            page = store.list(prefix, after, Store.MAX_PAGE);
            for (StoredObject file : page.objects()) {
                after = file.key();
                keys.add(after);
            }
        } while (page.more());
        return keys;
    }
}
