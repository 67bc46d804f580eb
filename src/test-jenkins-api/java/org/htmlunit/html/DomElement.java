package org.htmlunit.html;

import java.io.IOException;
import org.htmlunit.Page;

public class DomElement extends DomNode {
    public <P extends Page> P click() throws IOException {
        return null;
    }
}
