/** The console: the program in a browser, for people who hand in files and decide. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console;
