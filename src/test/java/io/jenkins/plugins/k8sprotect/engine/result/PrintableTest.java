package io.jenkins.plugins.k8sprotect.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTest {
    @Property
    void noControlCharacterIsLeft(@ForAll String text) {
        assertThat(Printable.line(text).codePoints()).noneMatch(Character::isISOControl);
    }

    @Test
    void wordsOfEveryScriptStayAsTheyAre() {
        assertThat(Printable.line("größe 備份 نسخة 🚢")).isEqualTo("größe 備份 نسخة 🚢");
    }

    @Test
    void charactersThatTurnTheDirectionAreShown() {
        assertThat(Printable.line("gpj\u202Eexe")).isEqualTo("gpj\uFFFDexe");
    }
}
