package io.jenkins.plugins.k8sprotect.report;

import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jenkins.model.RunAction2;

/** The operations of one build, on its page and on a page of their own. Thread-safe. */
public final class ProtectionAction implements RunAction2 {
    static final String URL = "k8s-protect";

    /** What can be a folder's name anywhere: no operation and no application has another. */
    private static final String UNUSUAL = "[^a-z0-9-]";

    private static final int LONGEST_NAME = 80;

    /** Operations kept: a build that does more in a loop has their files, and its page stays readable. */
    static final int MOST = 200;

    private transient Run<?, ?> run;

    /** Replaced, never changed: a build may be saved while another branch records. */
    private volatile List<RecordedOperation> operations = new ArrayList<>();

    private volatile List<ReservedFolder> folders = new ArrayList<>();

    private volatile long leftOut;

    /** The one of this build, added to it if it had none. */
    static ProtectionAction of(Run<?, ?> run) {
        synchronized (ProtectionAction.class) {
            ProtectionAction action = run.getAction(ProtectionAction.class);
            if (action == null) {
                action = new ProtectionAction();
                action.run = run;
                run.addAction(action);
            }
            return action;
        }
    }

    /** A folder for the operation's artifacts: the same for the same key, another for another. */
    synchronized String reserve(String key, String operation, String application) {
        for (ReservedFolder reserved : folders) {
            if (reserved.key().equals(key)) {
                return reserved.folder();
            }
        }
        String folder = URL + "/" + safe(operation) + "-" + safe(application) + "-" + (folders.size() + 1);
        List<ReservedFolder> more = new ArrayList<>(folders);
        more.add(new ReservedFolder(key, folder));
        folders = more;
        return folder;
    }

    /** Adds the operation, in place of one that was recorded under the same key. */
    synchronized void put(RecordedOperation operation) {
        List<RecordedOperation> others = new ArrayList<>(operations);
        others.removeIf(o -> o.key().equals(operation.key()));
        others.add(operation);
        if (others.size() > MOST) {
            others.remove(0);
            leftOut++;
        }
        operations = others;
    }

    private static String safe(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll(UNUSUAL, "_");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    /** In the order in which they ended. */
    List<RecordedOperation> operations() {
        return List.copyOf(operations);
    }

    /** For the pages, in the order in which they ended. Links are only to what the asking user may read. */
    public List<OperationView> getOperations() {
        boolean mayRead = !Run.ARTIFACTS.getEnabled() || run.hasPermission(Run.ARTIFACTS);
        String artifacts = run.getUrl() + "artifact/";
        return operations.stream()
                .map(o -> new OperationView(o, artifacts, mayRead))
                .toList();
    }

    /** How many earlier operations are not shown. */
    public long getLeftOut() {
        return leftOut;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    @Override
    public void onAttached(Run<?, ?> build) {
        run = build;
    }

    @Override
    public void onLoad(Run<?, ?> build) {
        run = build;
    }

    @Override
    public String getIconFileName() {
        return OperationView.symbol("shield");
    }

    @Override
    public String getDisplayName() {
        return "Kubernetes protection";
    }

    @Override
    public String getUrlName() {
        return URL;
    }
}
