package hudson.model;

import java.io.File;

/** A folder of jobs, known by its full name. */
public final class FolderForTests implements ItemGroup<Item> {
    private final String fullName;

    public FolderForTests(String fullName) {
        this.fullName = fullName;
    }

    @Override
    public String getFullName() {
        return fullName;
    }

    @Override
    public String getDisplayName() {
        return fullName;
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save() {
        throw new UnsupportedOperationException();
    }
}
