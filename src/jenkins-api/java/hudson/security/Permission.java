package hudson.security;

/** Has a name, and is in use or not: tests need that. */
public final class Permission {
    public final String name;
    public boolean enabled = true;

    public Permission(PermissionGroup group, String name, Permission impliedBy) {
        this.name = name;
    }

    public boolean getEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public String toString() {
        return name;
    }
}
