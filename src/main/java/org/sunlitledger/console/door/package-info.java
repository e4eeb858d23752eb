/** Who comes in, and what they may do: sign-in, passwords, sessions, headers. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.door;
