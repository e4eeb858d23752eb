/** Commands about what was delivered and rejected. */
@NullMarked
package org.sunlitledger.cli.delivery;

import org.jspecify.annotations.NullMarked;
