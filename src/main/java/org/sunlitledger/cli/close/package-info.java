/** Commands about closed years. */
@NullMarked
package org.sunlitledger.cli.close;

import org.jspecify.annotations.NullMarked;
