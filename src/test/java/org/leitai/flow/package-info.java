/** The program as its users meet it: whole nodes over HTTP, on real servers. */
@org.jspecify.annotations.NullMarked
package org.leitai.flow;
