/** The sessions of people who are signed in. Start with {@link OpenSessions}. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.session;
