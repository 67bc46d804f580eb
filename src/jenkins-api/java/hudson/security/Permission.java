package hudson.security;

/** Has a name: tests need that. */
public final class Permission {
    public final String name;

    public Permission(PermissionGroup group, String name, Permission impliedBy) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
