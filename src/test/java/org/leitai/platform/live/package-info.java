/** The hub under test: pure tests of images, and a real HTTP server with many real streams. */
@NullMarked
package org.leitai.platform.live;

import org.jspecify.annotations.NullMarked;
