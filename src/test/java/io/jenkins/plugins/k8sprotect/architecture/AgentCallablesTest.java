package io.jenkins.plugins.k8sprotect.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jenkins.MasterToSlaveFileCallable;
import jenkins.security.MasterToSlaveCallable;
import org.jenkinsci.remoting.RoleSensitive;
import org.junit.jupiter.api.Test;

/** Code that travels between controller and agents. */
class AgentCallablesTest {
    private final JavaClasses plugin = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jenkins.plugins.k8sprotect");

    @Test
    void what_is_sent_to_an_agent_runs_on_agents_alone() {
        classes()
                .that()
                .areAssignableTo(RoleSensitive.class)
                .should()
                .beAssignableTo(MasterToSlaveCallable.class)
                .orShould()
                .beAssignableTo(MasterToSlaveFileCallable.class)
                .check(plugin);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(RoleSensitive.class)
                .should()
                .haveName("checkRoles")
                .because("an agent that may be sent it could send it back")
                .check(plugin);
    }
}
