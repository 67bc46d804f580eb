package org.htmlunit.html;

import org.htmlunit.Page;
import org.htmlunit.WebResponse;

public class HtmlPage implements Page {
    @Override
    public WebResponse getWebResponse() {
        return null;
    }

    public HtmlForm getFormByName(String name) {
        return null;
    }

    public HtmlAnchor getAnchorByHref(String href) {
        return null;
    }

    public HtmlAnchor getAnchorByText(String text) {
        return null;
    }

    public String asNormalizedText() {
        return null;
    }

    public <N extends DomNode> N querySelector(String selector) {
        return null;
    }
}
