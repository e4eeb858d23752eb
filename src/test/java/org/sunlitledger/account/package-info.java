/** Whose account is whose. */
@NullMarked
package org.sunlitledger.account;

import org.jspecify.annotations.NullMarked;
