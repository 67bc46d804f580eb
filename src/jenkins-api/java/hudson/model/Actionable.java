package hudson.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.ModelObjectWithContextMenu;

/** Holds actions: tests need that. */
public abstract class Actionable extends AbstractModelObject implements ModelObjectWithContextMenu {
    private final List<Action> actions = new CopyOnWriteArrayList<>();

    public Actionable() {}

    public void addAction(Action action) {
        actions.add(action);
    }

    public boolean addOrReplaceAction(Action action) {
        boolean replaced = actions.removeIf(a -> a.getClass() == action.getClass());
        actions.add(action);
        return !replaced;
    }

    public <T extends Action> T getAction(Class<T> type) {
        return actions.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    public <T extends Action> List<T> getActions(Class<T> type) {
        return actions.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
