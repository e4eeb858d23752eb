/** What a password must be. Start with {@link PasswordRules}. */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.console.password;
