/**
 * Questions to a discipline's keeper: a seat's assignment, the progress grid, claims, the discipline as a whole, its result table.
 *
 * <p>Pure functions of the committed state, run on the keeper's event loop. No view joins a number of a sealed stage to an entry: the
 * state does not hold that join. Routes decide who may ask; views are only asked by {@code judging}, {@code results} and
 * {@code access} (view {@code seat}).
 */
@NullMarked
package org.leitai.judging.view;

import org.jspecify.annotations.NullMarked;
