@org.jspecify.annotations.NullMarked
package org.leitai.platform.embedded;
