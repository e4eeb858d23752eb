/** Commands for the accounts of the console. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.cli.user;
