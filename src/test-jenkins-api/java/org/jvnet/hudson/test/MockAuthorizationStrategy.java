package org.jvnet.hudson.test;

import hudson.model.Item;
import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import java.util.Collection;
import java.util.List;

public class MockAuthorizationStrategy extends AuthorizationStrategy {
    public Grant grant(Permission... permissions) {
        return null;
    }

    @Override
    public ACL getRootACL() {
        return null;
    }

    @Override
    public Collection<String> getGroups() {
        return List.of();
    }

    public class Grant {
        public GrantOn everywhere() {
            return null;
        }

        public GrantOn onItems(Item... items) {
            return null;
        }

        public class GrantOn {
            public MockAuthorizationStrategy to(String... users) {
                return null;
            }

            public MockAuthorizationStrategy toEveryone() {
                return null;
            }

            public MockAuthorizationStrategy toAuthenticated() {
                return null;
            }
        }
    }
}
