using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ErasureIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Accounts_ErasedFrom",
                table: "Accounts",
                column: "ErasedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_UndoHash",
                table: "Accounts",
                column: "UndoHash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Accounts_ErasedFrom",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_UndoHash",
                table: "Accounts");
        }
    }
}
