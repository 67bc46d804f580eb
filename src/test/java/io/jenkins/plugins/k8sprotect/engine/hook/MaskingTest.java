package io.jenkins.plugins.k8sprotect.engine.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.event.Event;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    private static final Masking MASKING =
            Masking.of(List.of("hunter2", "unter", "abcdef", "defghi", " ", "{\n  line-1\n  line-2\n}\n"));

    @ParameterizedTest
    @CsvSource({
        "the password is hunter2!, the password is ****!",
        "hunter2hunter2, ****",
        "abcdefghi, ****",
        "{ line-2 }, { **** }",
        "nothing, nothing"
    })
    void secretsAreReplaced(String text, String shown) {
        assertThat(MASKING.mask(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"ter2 and hunter2, **** and ****", "2 and more, **** and more", "hunter2, ****", "none, none"})
    void theEndOfASecretWhoseBeginningIsLostIsReplacedToo(String text, String shown) {
        assertThat(MASKING.maskCut(text)).isEqualTo(shown);
    }

    @Property
    void nothingOfASecretIsLeft(
            @ForAll @Size(max = 4)
                    List<@CharRange(from = 'a', to = 'c') @NotBlank @StringLength(max = 4) String> secrets,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 30) String text) {
        String shown = Masking.of(secrets).mask(text);

        assertThat(secrets).noneMatch(shown::contains);
        if (secrets.isEmpty()) {
            assertThat(shown).isEqualTo(text);
        }
    }

    @Test
    void messagesAreMaskedOnTheirWayAndNothingElseChanges() {
        List<Event> events = new ArrayList<>();
        MaskedEvents sink = new MaskedEvents(MASKING, events::add);

        sink.warning("hunter2");
        sink.progress("exec", 1, 2, "pods");

        assertThat(events)
                .containsExactly(
                        new Event.Message(Event.Level.WARNING, "****"), new Event.Progress("exec", 1, 2, "pods"));
    }

    @Test
    void itDoesNotShowWhatItHides() {
        assertThat(MASKING.toString()).doesNotContain("hunter2");
        assertThat(HookOptions.defaults().withMasking(MASKING).toString()).doesNotContain("hunter2");
    }
}
