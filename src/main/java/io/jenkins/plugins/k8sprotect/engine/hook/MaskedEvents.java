package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;

/** Masks messages on their way to another sink. */
record MaskedEvents(Masking masking, EventSink to) implements EventSink {
    @Override
    public void emit(Event event) {
        to.emit(
                event instanceof Event.Message message
                        ? new Event.Message(message.level(), masking.mask(message.text()))
                        : event);
    }
}
