/** Accounts: one's own, and those that an administrator manages. Start with {@link UsersPage}. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.people;
