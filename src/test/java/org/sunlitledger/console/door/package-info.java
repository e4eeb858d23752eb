/** Who may ask for what. */
@NullMarked
package org.sunlitledger.console.door;

import org.jspecify.annotations.NullMarked;
