/**
 * The people who use the console: their accounts, their roles, and what is recorded about access.
 */
@org.jspecify.annotations.NullMarked
package org.sunlitledger.account;
