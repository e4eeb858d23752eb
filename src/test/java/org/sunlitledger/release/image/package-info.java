/** A container image of a release, made without a container engine. */
@NullMarked
package org.sunlitledger.release.image;

import org.jspecify.annotations.NullMarked;
