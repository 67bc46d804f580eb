package hudson.model;

import hudson.search.SearchableModelObject;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import jenkins.util.io.OnMaster;

public interface Item extends PersistenceRoot, SearchableModelObject, AccessControlled, OnMaster {
    public static final Permission BUILD = new Permission(null, "Item/Build", null);
    public static final Permission CONFIGURE = new Permission(null, "Item/Configure", null);
    public static final Permission DISCOVER = new Permission(null, "Item/Discover", null);
    public static final Permission EXTENDED_READ = new Permission(null, "Item/ExtendedRead", null);
    public static final Permission READ = new Permission(null, "Item/Read", null);

    String getFullName();

    ItemGroup<? extends Item> getParent();
}
