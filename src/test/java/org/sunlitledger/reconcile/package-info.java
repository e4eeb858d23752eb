@NullMarked
package org.sunlitledger.reconcile;

import org.jspecify.annotations.NullMarked;
