package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.util.List;
import java.util.regex.Pattern;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A folder of the machine that the operation runs on. On the controller only one that an administrator named: else the
 * author of a Pipeline could read and write the controller's files.
 */
public final class DirectoryStorage extends StorageChoice {
    private static final long serialVersionUID = 1;

    /** Absolute on Unix, or on Windows with a drive or a share: an agent may run either. */
    private static final Pattern ABSOLUTE = Pattern.compile("(/|[A-Za-z]:[\\\\/]|\\\\\\\\[^\\\\]).*");

    private final String path;

    /** @param path absolute path */
    @DataBoundConstructor
    public DirectoryStorage(String path) {
        this.path = Util.fixEmptyAndTrim(path);
    }

    public String getPath() {
        return path;
    }

    @Override
    public StorageSession open(OperationSite site) throws AbortException {
        refuseMistakes();
        if (site.onController()) {
            throw new AbortException(
                    shown() + ": path: found a directory of the controller, whose files a Pipeline must not"
                            + " reach; allowed are a directory of an agent (run the step inside node) and a storage that an"
                            + " administrator named in the configuration of Jenkins");
        }
        return session();
    }

    @Override
    StorageSession openAsNamed(OperationSite site) throws AbortException {
        refuseMistakes();
        return session();
    }

    private StorageSession session() {
        StoreLogin login = new StoreLogin.Directory(path);
        return () -> login;
    }

    @Override
    protected List<String> mistakes() {
        if (path == null) {
            return List.of("path: found nothing; allowed is an absolute path such as /var/backups/k8s");
        }
        boolean absolute = ABSOLUTE.matcher(path).matches();
        boolean plain = path.chars().noneMatch(c -> c < ' ') && !path.matches("(.*[/\\\\])?\\.\\.([/\\\\].*)?");
        return absolute && plain
                ? List.of()
                : List.of("path: found " + Shown.quoted(path)
                        + "; allowed is an absolute path without '..', such as /var/backups/k8s");
    }

    @Override
    public String shown() {
        return "directory " + Shown.plain(String.valueOf(path));
    }

    /** The form of it. */
    @Extension
    @Symbol("directory")
    public static final class DescriptorImpl extends Descriptor<StorageChoice> {
        @Override
        public String getDisplayName() {
            return "Directory";
        }

        /** Whether it can be a path: nothing is looked at. */
        @POST
        public FormValidation doCheckPath(@AncestorInPath Item item, @QueryParameter String value) {
            return FormPermission.mayList(item)
                    ? FormMessages.of(new DirectoryStorage(value).mistakes())
                    : FormValidation.ok();
        }

        /** Lists the controller's directory, for the administrator alone. */
        @POST
        public FormValidation doTestConnection(@AncestorInPath Item item, @QueryParameter String path) {
            FormPermission.checkConfigure(null);
            if (item != null) {
                return FormValidation.warning("a directory of an agent is looked at when the step runs");
            }
            DirectoryStorage storage = new DirectoryStorage(path);
            return StorageProbe.run(() -> {
                storage.refuseMistakes();
                return storage.session().login();
            });
        }
    }
}
