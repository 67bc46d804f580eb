package org.htmlunit.html;

public class HtmlForm extends DomElement {}
