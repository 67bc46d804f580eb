package org.htmlunit.html;

public class HtmlAnchor extends DomElement {}
