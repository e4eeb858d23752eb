/** What holds for the project as a whole. */
@NullMarked
package org.sunlitledger;

import org.jspecify.annotations.NullMarked;
