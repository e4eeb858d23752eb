/** Commands about discrepancies and the decisions on them. */
@NullMarked
package org.sunlitledger.cli.reconcile;

import org.jspecify.annotations.NullMarked;
