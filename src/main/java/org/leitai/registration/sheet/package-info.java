/**
 * Reading people's spreadsheets: CSV in UTF-8 or GBK and XLSX to a grid of texts, the row that holds the headings, what each row means
 * and what is wrong with it.
 *
 * <p>No I/O and no database; called on workers, because a file of some megabytes takes longer than an event loop may be kept. Used by
 * registration's imports only.
 */
@NullMarked
package org.leitai.registration.sheet;

import org.jspecify.annotations.NullMarked;
