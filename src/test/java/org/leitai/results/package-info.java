/** Tests of publication over HTTP, real PostgreSQL and the real arena. */
@NullMarked
package org.leitai.results;

import org.jspecify.annotations.NullMarked;
