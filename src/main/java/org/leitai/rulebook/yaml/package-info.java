/**
 * The adapter between YAML text and the plain tree: the only place that knows the YAML library. Bounded in size, depth,
 * aliases and nodes; every failure is a located problem.
 */
@NullMarked
package org.leitai.rulebook.yaml;

import org.jspecify.annotations.NullMarked;
