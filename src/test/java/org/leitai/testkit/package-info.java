/** What tests of many rooms share: real servers, nothing that pretends to be one. */
@NullMarked
package org.leitai.testkit;

import org.jspecify.annotations.NullMarked;
