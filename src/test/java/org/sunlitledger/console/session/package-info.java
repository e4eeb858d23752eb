/** Sessions of people. */
@NullMarked
package org.sunlitledger.console.session;

import org.jspecify.annotations.NullMarked;
