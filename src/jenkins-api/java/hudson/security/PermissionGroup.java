package hudson.security;

import java.util.Iterator;

public final class PermissionGroup implements Iterable<Permission>, Comparable<PermissionGroup> {
    private PermissionGroup() {}

    @Override
    public Iterator<Permission> iterator() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(PermissionGroup that) {
        throw new UnsupportedOperationException();
    }
}
