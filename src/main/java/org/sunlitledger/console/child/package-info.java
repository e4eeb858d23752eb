/** Starts runs as processes of their own. Start with {@link ChildRuns}. */
@NullMarked
package org.sunlitledger.console.child;

import org.jspecify.annotations.NullMarked;
