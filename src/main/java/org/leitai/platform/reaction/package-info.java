/**
 * Reactions: rules that span streams. What an event of one stream asks for elsewhere is submitted as commands whose keys come
 * from the source's stream and place, so a repeat after a crash, or on two nodes at once, does nothing twice.
 *
 * <p>A verticle runs all reactions of a node on one event loop: at once after a commit of its own keepers, and in rounds for what
 * was left over. Features implement {@link org.leitai.platform.reaction.Reaction}; it knows no feature.
 */
@NullMarked
package org.leitai.platform.reaction;

import org.jspecify.annotations.NullMarked;
