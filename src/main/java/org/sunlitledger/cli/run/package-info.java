/** Commands that start or list runs. Start with {@link NightlyCommand}. */
@NullMarked
package org.sunlitledger.cli.run;

import org.jspecify.annotations.NullMarked;
