/** The console from outside: its service, whether it answers. */
@NullMarked
package org.sunlitledger.health.console;

import org.jspecify.annotations.NullMarked;
