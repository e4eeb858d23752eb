/** What all pages have: the words in two languages, the head, the signed-in person. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.frame;
