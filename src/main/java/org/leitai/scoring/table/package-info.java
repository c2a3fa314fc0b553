/**
 * From totals to a table: order, places, elimination rounds, cuts, awards, groups. What is kept from event to event is kept in
 * {@code Tables} and {@code Order}, on the scorer's thread; for {@code scoring} only; depends on {@code total}.
 */
@NullMarked
package org.leitai.scoring.table;

import org.jspecify.annotations.NullMarked;
