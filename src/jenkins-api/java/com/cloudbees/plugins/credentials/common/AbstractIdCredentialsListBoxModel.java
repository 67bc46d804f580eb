package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.util.ListBoxModel;
import java.util.List;
import org.springframework.security.core.Authentication;

/** Lists what a test puts in: tests need that. */
public abstract class AbstractIdCredentialsListBoxModel<
                T extends AbstractIdCredentialsListBoxModel<T, C>, C extends IdCredentials>
        extends ListBoxModel {
    public AbstractIdCredentialsListBoxModel() {}

    protected abstract String describe(C a);

    public AbstractIdCredentialsListBoxModel<T, C> includeEmptyValue() {
        add("- none -", "");
        return this;
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeCurrentValue(String a) {
        if (stream().noneMatch(option -> option.value.equals(a))) {
            add("- current -", a);
        }
        return this;
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
            Authentication a, Item b, Class<? extends C> c, List<DomainRequirement> d, CredentialsMatcher e) {
        throw new UnsupportedOperationException();
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
            Authentication a, ItemGroup b, Class<? extends C> c, List<DomainRequirement> d, CredentialsMatcher e) {
        throw new UnsupportedOperationException();
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(Authentication a, Item b, Class<? extends C> c) {
        throw new UnsupportedOperationException();
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication a, Item b, Class<? extends C> c, List<DomainRequirement> d) {
        addAll(CredentialsProvider.listCredentialsInItem(c, b, a, d, null));
        return this;
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(Authentication a, ItemGroup b, Class<? extends C> c) {
        throw new UnsupportedOperationException();
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication a, ItemGroup b, Class<? extends C> c, List<DomainRequirement> d) {
        addAll(CredentialsProvider.listCredentialsInItemGroup(c, b, a, d, null));
        return this;
    }
}
