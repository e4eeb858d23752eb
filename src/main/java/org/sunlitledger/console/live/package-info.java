/** How far runs have come, as browsers see it while they look. Start with {@link LiveRuns}. */
@NullMarked
package org.sunlitledger.console.live;

import org.jspecify.annotations.NullMarked;
