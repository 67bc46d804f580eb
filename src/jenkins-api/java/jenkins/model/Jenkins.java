package jenkins.model;

import hudson.DescriptorExtensionList;
import hudson.Extension;
import hudson.model.AbstractCIBase;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.DescriptorByNameOwner;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.ModifiableViewGroup;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.util.io.OnMaster;
import org.kohsuke.stapler.StaplerFallback;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Holds items and descriptors that a test puts in: tests need that. */
public class Jenkins extends AbstractCIBase
        implements DirectlyModifiableTopLevelItemGroup,
                StaplerProxy,
                StaplerFallback,
                ModifiableViewGroup,
                AccessControlled,
                DescriptorByNameOwner,
                ModelObjectWithContextMenu,
                ModelObjectWithChildren,
                OnMaster,
                Loadable {
    public static final Permission ADMINISTER = new Permission(null, "Overall/Administer", null);
    public static final Authentication ANONYMOUS2 = new TestingAuthenticationToken("anonymous", "");

    /** Set by tests. */
    static Jenkins instance;

    /** Set by tests: items by full name. */
    final Map<String, Item> items = new HashMap<>();

    /** Set by tests: descriptors by the class they describe. */
    final Map<Class<?>, Descriptor<?>> descriptors = new HashMap<>();

    /** Set by tests: who may do what. */
    ACL acl;

    Jenkins() {}

    public static Jenkins get() throws IllegalStateException {
        if (instance == null) {
            throw new IllegalStateException("Jenkins.instance is missing");
        }
        return instance;
    }

    public static Jenkins getInstanceOrNull() {
        return instance;
    }

    public static Authentication getAuthentication2() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? ANONYMOUS2 : who;
    }

    public <T extends Item> T getItemByFullName(String name, Class<T> type) throws AccessDeniedException {
        Item item = items.get(name);
        return type.isInstance(item) ? type.cast(item) : null;
    }

    public final <T extends Item> T getItem(String path, ItemGroup context, Class<T> type) {
        String from = context == null ? "" : context.getFullName();
        Path full = path.startsWith("/") ? Path.of(path.substring(1)) : Path.of(from, path);
        return getItemByFullName(full.normalize().toString(), type);
    }

    public Descriptor getDescriptor(Class<? extends Describable> type) {
        return descriptors.get(type);
    }

    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        Descriptor<?> found = descriptors.get(type);
        if (found == null) {
            throw new AssertionError(type + " is missing its descriptor");
        }
        return found;
    }

    public <T extends Describable<T>, D extends Descriptor<T>> DescriptorExtensionList<T, D> getDescriptorList(
            Class<T> type) {
        return new Listed<>(this, type);
    }

    @Override
    public ACL getACL() {
        return acl;
    }

    public String getRootUrl() throws IllegalStateException {
        return "http://jenkins.example.org/";
    }

    @Override
    public String getFullName() {
        return "";
    }

    @Override
    public String getDisplayName() {
        return "Jenkins";
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void load() throws IOException {}

    @Override
    public void save() throws IOException {}

    /** The descriptors that a test put in, in the order of their extensions. */
    private static final class Listed<T extends Describable<T>, D extends Descriptor<T>>
            extends DescriptorExtensionList<T, D> {
        private final List<D> found;

        @SuppressWarnings("unchecked")
        Listed(Jenkins jenkins, Class<T> type) {
            super(jenkins, type);
            found = jenkins.descriptors.values().stream()
                    .filter(d -> type.isAssignableFrom(d.clazz))
                    .sorted(Comparator.comparingDouble(Listed::place))
                    .map(d -> (D) d)
                    .toList();
        }

        private static double place(Descriptor<?> descriptor) {
            Extension extension = descriptor.getClass().getAnnotation(Extension.class);
            return extension == null ? 0 : -extension.ordinal();
        }

        @Override
        public D get(int index) {
            return found.get(index);
        }

        @Override
        public int size() {
            return found.size();
        }
    }
}
