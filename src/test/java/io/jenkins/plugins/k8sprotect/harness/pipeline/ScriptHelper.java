package io.jenkins.plugins.k8sprotect.harness.pipeline;

import com.lesfurets.jenkins.unit.MethodSignature;
import com.lesfurets.jenkins.unit.PipelineTestHelper;
import groovy.lang.Binding;
import groovy.lang.Closure;
import java.nio.file.Path;
import java.util.Map;

/** JenkinsPipelineUnit, where a call that the script itself does not answer goes to the {@link Dsl}. */
final class ScriptHelper extends PipelineTestHelper {
    private final Dsl dsl;

    /** @param folder where the Jenkinsfile lies */
    ScriptHelper(Dsl dsl, Path folder) {
        this.dsl = dsl;
        setScriptRoots(new String[] {folder.toString()});
        setScriptExtension("groovy");
        setBaseClassloader(ScriptHelper.class.getClassLoader());
        setBaseScriptRoot(folder.toString());
        init();
    }

    Object run(String name, Binding variables) {
        return runScript(name, variables);
    }

    @Override
    @SuppressWarnings("rawtypes") // so it is declared
    protected Map.Entry<MethodSignature, Closure> getAllowedMethodEntry(String name, Object... arguments) {
        return dsl.knows(name) ? Map.entry(MethodSignature.method(name), new Call(name)) : null;
    }

    /** Branches run at the same time, and nobody asks for the calls. */
    @Override
    protected void registerMethodCall(Object target, int depth, String name, Object... arguments) {}

    private final class Call extends Closure<Object> {
        private static final long serialVersionUID = 1;

        private final String name;

        Call(String name) {
            super(ScriptHelper.this);
            this.name = name;
        }

        /** Groovy calls it by this name. */
        @SuppressWarnings("unused")
        public Object doCall(Object... arguments) throws Exception {
            return dsl.call(name, arguments == null ? new Object[] {null} : arguments);
        }
    }
}
