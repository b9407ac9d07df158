#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace antardesa::sqlite {

/// A prepared statement with bound parameters (numbered from 1) and typed columns (numbered
/// from 0). Move-only; must be gone before its `Database`. All functions throw `DatabaseError`.
class Statement {
  public:
    Statement(sqlite3* connection, std::string_view sql);
    ~Statement();
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;

    void bind_null(int parameter);
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, double value);
    /// The text is copied.
    void bind(int parameter, std::string_view value);
    /// The bytes are not copied: they must live until the next `reset` or `bind`.
    void bind(int parameter, std::span<const std::uint8_t> bytes);

    /// True while there is a row.
    bool step();
    /// Ready to be stepped again. Bindings stay.
    void reset();
    /// Steps to the end and resets.
    void run();

    bool is_null(int column) const;
    bool is_number(int column) const; ///< an integer or a real
    bool is_integer(int column) const;
    bool is_text(int column) const;
    bool is_blob(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Both point into the statement: valid until it is stepped, reset or gone.
    std::string_view text(int column) const;
    std::span<const std::uint8_t> blob(int column) const;

    int column_count() const;
    std::string_view column_name(int column) const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

} // namespace antardesa::sqlite
